
;onmessage = function (event) {
  onmessage = null;
  wasm_bindgen({ module_or_path: event.data }).catch(function (error) {
    postMessage({ type: 'trap', text: String(error) });
  });
};
