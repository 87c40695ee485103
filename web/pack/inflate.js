// Unpacks a gzip (RFC 1952, 1951) where the browser cannot.
/* exported precheckInflate */
function precheckInflate(data) {
  'use strict';

  var LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  var LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  var at = 10;
  var held = 0;
  var count = 0;
  var size = data.length;
  // The last four bytes hold the length of what was packed.
  var out = new Uint8Array(data[size - 4] | data[size - 3] << 8 | data[size - 2] << 16 | data[size - 1] << 24);
  var end = 0;

  function bits(wanted) {
    while (count < wanted) {
      // Broken off: without an end of its own it would go on for ever.
      if (at >= size) throw new Error('gzip');
      held |= data[at++] << count;
      count += 8;
    }
    var value = held & (1 << wanted) - 1;
    held >>>= wanted;
    count -= wanted;
    return value;
  }

  // A code: how many there are of each length, and the symbols in order.
  function code(lengths) {
    var counts = new Uint16Array(16);
    var starts = new Uint16Array(16);
    var symbols = new Uint16Array(lengths.length);
    var i;
    for (i = 0; i < lengths.length; i++) counts[lengths[i]]++;
    counts[0] = 0;
    for (i = 1; i < 16; i++) starts[i] = starts[i - 1] + counts[i - 1];
    for (i = 0; i < lengths.length; i++) if (lengths[i]) symbols[starts[lengths[i]]++] = i;
    return { counts: counts, symbols: symbols };
  }

  function symbol(of) {
    var value = 0;
    var first = 0;
    var index = 0;
    for (var length = 1; length < 16; length++) {
      value |= bits(1);
      var some = of.counts[length];
      if (value - some < first) return of.symbols[index + value - first];
      index += some;
      first = first + some << 1;
      value <<= 1;
    }
    throw new Error('gzip');
  }

  function fixed() {
    var lengths = [];
    for (var i = 0; i < 288; i++) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    var distances = [];
    for (i = 0; i < 30; i++) distances.push(5);
    return [code(lengths), code(distances)];
  }

  function told() {
    var literals = bits(5) + 257;
    var distances = bits(5) + 1;
    var given = bits(4) + 4;
    var lengths = [];
    var i;
    for (i = 0; i < 19; i++) lengths.push(0);
    for (i = 0; i < given; i++) lengths[ORDER[i]] = bits(3);
    var of = code(lengths);
    var all = [];
    while (all.length < literals + distances) {
      var found = symbol(of);
      var repeat = 1;
      var value = found;
      if (found === 16) {
        value = all[all.length - 1];
        repeat = 3 + bits(2);
      } else if (found > 16) {
        value = 0;
        repeat = found === 17 ? 3 + bits(3) : 11 + bits(7);
      }
      while (repeat--) all.push(value);
    }
    return [code(all.slice(0, literals)), code(all.slice(literals))];
  }

  // Name and such of the header are passed over.
  var flags = data[3];
  if (flags & 4) at += 2 + (data[at] | data[at + 1] << 8);
  if (flags & 8) while (data[at++]);
  if (flags & 16) while (data[at++]);
  if (flags & 2) at += 2;

  var last;
  do {
    last = bits(1);
    var kind = bits(2);
    if (kind === 0) {
      held = count = 0;
      var stored = data[at] | data[at + 1] << 8;
      at += 4;
      out.set(data.subarray(at, at + stored), end);
      at += stored;
      end += stored;
      continue;
    }
    var codes = kind === 1 ? fixed() : told();
    for (;;) {
      var one = symbol(codes[0]);
      if (one === 256) break;
      if (one < 256) {
        out[end++] = one;
        continue;
      }
      var length = LENGTHS[one - 257] + bits(LENGTH_BITS[one - 257]);
      var far = symbol(codes[1]);
      var extra = far > 3 ? (far >> 1) - 1 : 0;
      var back = end - (far < 4 ? far + 1 : ((2 + (far & 1)) << extra) + 1 + bits(extra));
      while (length--) out[end++] = out[back++];
    }
  } while (!last);
  return out.buffer;
}
