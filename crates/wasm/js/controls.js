// The portal's own controls as fields: finding them, reading them, writing to them.

/**
 * The controls of a field: those of a name, or the element itself. Radio buttons and checkboxes may be several.
 * @param {HTMLFormElement} form
 * @param {string | Element | {control: string | Element, read?: Function, write?: Function}} given
 * @param {{field: string, label: string, words: string[]}} schema
 */
function fieldOf(form, given, schema) {
  const own = given !== null && typeof given === 'object' && !given.nodeType ? given : { control: given };
  let elements = [];
  if (own.control && own.control.nodeType === 1) {
    elements = [own.control];
  } else if (typeof own.control === 'string') {
    // Compared as texts: names of old portals hold brackets and dots, which selectors would trip over.
    elements = Array.from(form.elements).filter((one) => one.name === own.control || one.id === own.control);
  }
  if (elements.length === 0) {
    throw new PrecheckError('mapping', '表单中没有“' + String(own.control) + '”，「' + schema.label + '」对应不到控件');
  }
  return { schema, elements, own, touched: false, message: null };
}

/** What a person reads of an option or a choice. */
function shownText(element) {
  if (element.tagName === 'OPTION') return element.text.trim();
  const label = element.labels && element.labels[0];
  return label ? label.textContent.trim() : '';
}

/** The word that an option stands for: its value where that is a word of the list, else what is read. */
function wordOf(field, element) {
  const words = field.schema.words;
  if (element.value === '' || words.length === 0 || words.indexOf(element.value) >= 0) return element.value;
  const shown = shownText(element);
  return words.indexOf(shown) >= 0 ? shown : element.value;
}

/** The text of a field. */
function readField(field) {
  if (field.own.read) return String(field.own.read(field.elements));
  const first = field.elements[0];
  if (first.tagName === 'SELECT') {
    return Array.from(first.selectedOptions).map((option) => wordOf(field, option)).join('；');
  }
  if (first.type === 'radio' || first.type === 'checkbox') {
    const chosen = field.elements.filter((one) => one.checked);
    const single = first.type === 'checkbox' && field.elements.length === 1;
    // A lone checkbox without a value of its own says yes or no.
    if (single && first.getAttribute('value') === null) return first.checked ? '是' : '否';
    return chosen.map((one) => wordOf(field, one)).join('；');
  }
  return first.value;
}

/** Whether `text` can be written to a field. */
function canWrite(field, text) {
  const first = field.elements[0];
  if (field.own.write) return true;
  if (first.disabled || first.readOnly) return false;
  if (first.tagName === 'SELECT') return Array.from(first.options).some((option) => wordOf(field, option) === text);
  if (first.type === 'radio') return field.elements.some((one) => wordOf(field, one) === text);
  return first.type !== 'checkbox';
}

/** Writes a text, and tells the portal's own scripts as typing would. */
function writeField(field, text) {
  const first = field.elements[0];
  let changed = first;
  if (field.own.write) {
    field.own.write(field.elements, text);
  } else if (first.tagName === 'SELECT') {
    for (const option of Array.from(first.options)) {
      if (wordOf(field, option) === text) {
        option.selected = true;
        break;
      }
    }
  } else if (first.type === 'radio') {
    changed = field.elements.filter((one) => wordOf(field, one) === text)[0];
    changed.checked = true;
  } else {
    first.value = text;
  }
  changed.dispatchEvent(new Event('input', { bubbles: true }));
  changed.dispatchEvent(new Event('change', { bubbles: true }));
}
