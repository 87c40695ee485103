// Reads Chromium's own log of what went to the network, written by `--log-net-log`.

/**
 * The requests that pages and their workers began at `mark` or later; those of the browser itself, such as its
 * look for accounts, have no page as their initiator. Nothing with a blob: or data: address is a request.
 * @param {string} text the log, which may have been cut off where the browser ended
 * @param {number} mark milliseconds as `Date.now()` gives them
 */
export function requestsSince(text, mark) {
  const log = parse(text);
  const { timeTickOffset, logEventTypes } = log.constants;
  const requests = [];
  for (const event of log.events) {
    if (event.type !== logEventTypes.URL_REQUEST_START_JOB || !event.params?.url) continue;
    const at = Number(event.time) + Number(timeTickOffset);
    // A page from the disk has an origin that is written as null.
    if (at >= mark && /^(https?:|file:|null)/.test(event.params.initiator)) requests.push({ at, url: event.params.url });
  }
  return requests.filter(({ url }) => /^(https?|wss?|ftp):/.test(url));
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    // One event a line: drop the broken last one and close what is open.
    const whole = text.slice(0, text.lastIndexOf('\n')).replace(/,\s*$/, '');
    return JSON.parse(`${whole}]}`);
  }
}
