// The summary above the form: what keeps it from being submitted, each line a link to its control.

class Summary {
  /**
   * @param {HTMLFormElement} form
   * @param {Element | undefined} place where it goes; else it becomes the first thing in the form
   */
  constructor(form, place, texts, prefix) {
    this.texts = texts;
    this.prefix = prefix;
    this.box = make('div', 'precheck-summary');
    this.box.tabIndex = -1;
    this.box.hidden = true;
    // Polite news, such as what an adopted proposal left.
    this.status = make('div', 'precheck-status');
    this.status.setAttribute('role', 'status');
    const parent = place || form;
    parent.insertBefore(this.status, parent.firstChild);
    parent.insertBefore(this.box, parent.firstChild);
  }

  /**
   * @param {string} title
   * @param {Array<{text: string, field: object | null}>} lines
   * @param {((reason: string) => void) | null} onConfirm asks for a reason where it is given
   */
  show(title, lines, focus, onConfirm) {
    const box = this.box;
    // A reason that was begun is not lost when the list changes under it.
    const begun = this.input ? this.input.value : '';
    box.textContent = '';
    this.input = null;
    const heading = make('h2', 'precheck-summary-title', title);
    heading.id = this.prefix + '-title';
    box.appendChild(heading);
    box.setAttribute('aria-labelledby', heading.id);
    const list = make('ul', 'precheck-summary-list');
    for (const line of lines) {
      const item = make('li');
      if (line.field) {
        const target = line.field.elements[0];
        if (!target.id) target.id = this.prefix + '-control-' + line.field.schema.field;
        const link = make('a', '', line.text);
        link.href = '#' + encodeURIComponent(target.id);
        link.addEventListener('click', (event) => {
          // The portal's address stays as it is: many of them route by it.
          event.preventDefault();
          target.focus();
          if (target.scrollIntoView) target.scrollIntoView({ block: 'center' });
        });
        item.appendChild(link);
      } else {
        item.textContent = line.text;
      }
      list.appendChild(item);
    }
    box.appendChild(list);
    if (onConfirm) this.askReason(begun, onConfirm);
    const appeared = box.hidden;
    box.hidden = false;
    if (appeared || focus) box.setAttribute('role', 'alert');
    if (focus) box.focus();
  }

  askReason(begun, onConfirm) {
    const label = make('label', 'precheck-reason', this.texts.reason);
    // Without a name it is no part of what the portal sends.
    const input = make('input', 'precheck-reason-input');
    input.type = 'text';
    input.maxLength = 200;
    input.value = begun;
    const missing = make('p', 'precheck-reason-missing');
    missing.setAttribute('role', 'alert');
    const button = make('button', 'precheck-confirm', this.texts.confirm);
    button.type = 'button';
    button.addEventListener('click', () => {
      if (input.value.trim() === '') {
        missing.textContent = this.texts.reasonMissing;
        input.focus();
        return;
      }
      onConfirm(input.value.trim());
    });
    input.addEventListener('keydown', (event) => {
      // Enter would submit the portal's form.
      if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        button.click();
      }
    });
    label.appendChild(input);
    this.box.appendChild(label);
    this.box.appendChild(button);
    this.box.appendChild(missing);
    this.input = input;
  }

  say(text) {
    this.status.textContent = text;
  }

  hide() {
    this.box.hidden = true;
    this.box.textContent = '';
    this.box.removeAttribute('role');
    this.input = null;
  }

  remove() {
    for (const element of [this.box, this.status]) {
      if (element.parentNode) element.parentNode.removeChild(element);
    }
  }
}
