// Messages beside the controls. All text goes in as text; looks are left to classes, so that no CSP is in the way.

const SVG = 'http://www.w3.org/2000/svg';
/** One shape for each level, because colour alone says nothing. */
const SHAPES = {
  error: 'M8 1a7 7 0 1 0 .01 0zM5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  warning: 'M8 1.6 15 14H1zM8 6v4M8 11.6v.4',
  info: 'M2 2h12v12H2zM8 7.4v3.6M8 4.8v.4',
};

function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function icon(level) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['class', 'precheck-icon'],
    ['viewBox', '0 0 16 16'],
    ['width', '16'],
    ['height', '16'],
    ['fill', 'none'],
    ['stroke', 'currentColor'],
    ['stroke-width', '1.5'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ]) {
    svg.setAttribute(name, value);
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[level]);
  svg.appendChild(path);
  return svg;
}

/** Adds or removes a word of an attribute that lists words, and leaves the portal's own words alone. */
function listWord(element, attribute, word, present) {
  const words = (element.getAttribute(attribute) || '').split(/\s+/).filter((one) => one && one !== word);
  if (present) words.push(word);
  if (words.length) element.setAttribute(attribute, words.join(' '));
  else element.removeAttribute(attribute);
}

/** Where the message of a field stands: after its last control, or after the label around that. */
function anchorOf(field) {
  const last = field.elements[field.elements.length - 1];
  const label = last.closest('label');
  return label && label.contains(last) ? label : last;
}

/**
 * Shows what was found in a field, and nothing of before.
 * @param {Array} findings those of the field, gravest first
 * @param {(finding: object) => ({label: string, run: () => void} | null)} proposal what 采用 would do
 */
function showMessages(field, findings, texts, prefix, proposal) {
  clearMessages(field);
  if (findings.length === 0) return;
  const box = make('div', 'precheck-messages precheck-' + findings[0].severity);
  box.id = prefix + '-' + field.schema.field;
  for (const finding of findings) {
    const line = make('p', 'precheck-message precheck-' + finding.severity);
    line.appendChild(icon(finding.severity));
    line.appendChild(make('b', 'precheck-level', texts.levels[finding.severity]));
    line.appendChild(make('span', 'precheck-text', finding.message));
    line.appendChild(make('span', 'precheck-how', finding.suggestion));
    const offer = proposal(finding);
    if (offer) {
      const button = make('button', 'precheck-adopt', offer.label);
      button.type = 'button';
      button.addEventListener('click', offer.run);
      line.appendChild(button);
    }
    box.appendChild(line);
  }
  const anchor = anchorOf(field);
  anchor.parentNode.insertBefore(box, anchor.nextSibling);
  field.message = box;
  for (const element of field.elements) {
    listWord(element, 'aria-describedby', box.id, true);
    listWord(element, 'class', 'precheck-has-' + findings[0].severity, true);
    if (findings[0].severity === 'error') element.setAttribute('aria-invalid', 'true');
  }
}

function clearMessages(field) {
  if (!field.message) return;
  for (const element of field.elements) {
    listWord(element, 'aria-describedby', field.message.id, false);
    for (const level of Object.keys(SHAPES)) listWord(element, 'class', 'precheck-has-' + level, false);
    element.removeAttribute('aria-invalid');
  }
  if (field.message.parentNode) field.message.parentNode.removeChild(field.message);
  field.message = null;
}
