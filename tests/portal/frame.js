// The portal holds the page in a frame and talks to it. ?site= says where the page is, &evil= where a stranger is.
(function () {
  var query = {};
  var parts = location.search.slice(1).split('&');
  for (var i = 0; i < parts.length; i = i + 1) {
    var cut = parts[i].indexOf('=');
    query[parts[i].slice(0, cut)] = decodeURIComponent(parts[i].slice(cut + 1));
  }
  var site = new URL(query.site, location.href);

  Portal.tell = function (message, transfer) {
    message.precheck = 1;
    // Never '*': only the page itself may read what the portal sends.
    document.getElementById('precheck').contentWindow.postMessage(message, site.origin, transfer || []);
  };

  window.addEventListener('message', function (event) {
    if (event.origin !== site.origin || !event.data || event.data.precheck !== 1) return;
    Portal.messages.push(event.data);
    if (event.data.type === 'resize') document.getElementById('precheck').height = event.data.height;
  });

  window.addEventListener('load', function () {
    var frame = document.createElement('iframe');
    frame.id = 'precheck';
    frame.title = '涉企信息归集预检';
    frame.src = site.href;
    document.getElementById('main').appendChild(frame);
    if (query.evil) {
      var stranger = document.createElement('iframe');
      stranger.id = 'evil';
      stranger.src = query.evil;
      document.getElementById('main').appendChild(stranger);
    }
  });
})();
