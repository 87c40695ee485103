// The portal's own form under the same rules: checks on leaving a field, a summary, proposals, a gate before submit.

let attached = 0;
const GRAVITY = { error: 0, warning: 1, info: 2 };

class AttachedForm {
  constructor(form, kind, mapping, options) {
    if (!form || form.tagName !== 'FORM') throw new PrecheckError('misuse', 'attach takes a <form>');
    if (form.precheckAttached) throw new PrecheckError('misuse', 'the form is attached already; detach() it first');
    this.form = form;
    this.kind = kind;
    this.checker = options.checker;
    this.options = options;
    this.texts = TEXTS[this.checker.lang] || TEXTS.zh;
    this.prefix = 'precheck-' + ++attached;
    const schema = this.checker.schema(kind);
    const known = new Map(schema.fields.map((field) => [field.field, field]));
    this.fields = Object.keys(mapping).map((key) => {
      if (!known.has(key)) {
        throw new PrecheckError('no-field', schema.label + '没有字段“' + key + '”，请核对字段名');
      }
      return fieldOf(form, mapping[key], known.get(key));
    });
    this.submitted = false;
    this.confirmed = null;
    this.skipOnce = false;
    this.submitter = null;
    this.pressed = false;
    this.waiting = new Set();
    this.summary = new Summary(form, options.summary, this.texts, this.prefix);
    this.listen();
  }

  listen() {
    const form = this.form;
    const root = form.getRootNode();
    this.off = [];
    const on = (target, type, listener, capture) => {
      target.addEventListener(type, listener, capture);
      this.off.push(() => target.removeEventListener(type, listener, capture));
    };
    on(form, 'input', (event) => {
      const field = this.fieldAt(event.target);
      if (field) field.touched = true;
    });
    on(form, 'focusout', (event) => {
      const field = this.fieldAt(event.target);
      // Going from one radio button to the next is not leaving the field.
      if (!field || field.elements.indexOf(event.relatedTarget) >= 0) return;
      // A message that comes up while a button is held down would push the button from under the pointer.
      if (this.pressed) this.waiting.add(field);
      else this.leave(field);
    });
    const released = () => {
      this.pressed = false;
      // After the click that the release gives.
      setTimeout(() => {
        const waiting = Array.from(this.waiting);
        this.waiting.clear();
        if (this.form.precheckAttached === this) waiting.forEach((field) => this.leave(field));
      }, 0);
    };
    on(document, 'mousedown', () => {
      this.pressed = true;
    }, true);
    on(document, 'mouseup', released, true);
    on(document, 'keydown', () => {
      // The release was elsewhere, outside the window.
      if (this.pressed) released();
    }, true);
    on(form, 'change', (event) => {
      const field = this.fieldAt(event.target);
      const chosen = field && /^(radio|checkbox|select-one|select-multiple)$/.test(field.elements[0].type);
      if (chosen) this.leave(field);
    });
    on(form, 'click', (event) => {
      const button = event.target.closest ? event.target.closest('button, input') : null;
      if (button && (button.type === 'submit' || button.type === 'image')) this.submitter = button;
    }, true);
    // Above the form, so that it comes before the portal's own listeners whatever their order.
    on(root, 'submit', (event) => {
      if (event.target !== form) return;
      this.submitter = event.submitter || this.submitter;
      if (!this.gate(false)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    }, true);
    // Old pages call form.submit(), which no event announces. A control named "submit" hides it from them too.
    if (typeof form.submit === 'function') {
      form.submit = () => {
        if (this.gate(true)) HTMLFormElement.prototype.submit.call(form);
      };
      this.off.push(() => {
        delete form.submit;
      });
    }
    form.precheckAttached = this;
  }

  fieldAt(target) {
    return this.fields.filter((field) => field.elements.indexOf(target) >= 0)[0] || null;
  }

  /** The record as the form holds it. */
  record() {
    const record = {};
    for (const field of this.fields) record[field.schema.field] = readField(field);
    return record;
  }

  leave(field) {
    const value = readField(field);
    // Walking through a blank form is no mistake yet.
    if (value === '' && !field.touched && !field.message && !this.submitted) return;
    field.touched = true;
    try {
      if (this.submitted) {
        this.recheck(false);
      } else {
        const record = this.record();
        this.show(field, this.checker.checkField(this.kind, field.schema.field, value, record), record);
      }
    } catch (thrown) {
      this.complain(asPrecheckError(thrown));
    }
  }

  show(field, findings, record) {
    const sorted = findings.slice().sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
    let proposals = null;
    const proposal = (finding) => {
      if (!finding.fix) return null;
      if (!proposals) proposals = this.checker.proposals(this.kind, record);
      const found = proposals.filter((one) => one.rule === finding.rule && one.field === finding.field)[0];
      if (!found) return null;
      const writes = found.changes
        .map((change) => ({ field: this.fields.filter((one) => one.schema.field === change.field)[0], change }))
        .filter((write) => write.field && canWrite(write.field, write.change.to));
      // Half a proposal may say something else than the whole.
      if (writes.length === 0 || writes.length < found.changes.length) return null;
      const own = writes.filter((write) => write.field === field)[0] || writes[0];
      return { label: this.texts.adopt(own.change.to), run: () => this.adopt(writes) };
    };
    showMessages(field, sorted, this.texts, this.prefix, proposal);
  }

  adopt(writes) {
    for (const write of writes) {
      write.field.touched = true;
      writeField(write.field, write.change.to);
    }
    try {
      const findings = this.check();
      // Before the first submit only what was touched is spoken of.
      this.spread(findings, this.submitted ? () => true : (field) => field.touched);
      if (this.submitted) this.refreshSummary(findings, false);
      const shown = this.fields.filter((field) => field.message && field.message.querySelector('.precheck-error')).length;
      this.summary.say(this.texts.adopted(shown));
    } catch (thrown) {
      this.complain(asPrecheckError(thrown));
    }
    writes[0].field.elements[0].focus();
  }

  /** Judges the whole record, shows nothing. */
  check() {
    const findings = this.checker.check(this.kind, [this.record()]);
    const count = (level) => findings.filter((finding) => finding.severity === level).length;
    // Counts only: what the record holds is nobody else's business.
    const detail = { errors: count('error'), warnings: count('warning'), infos: count('info') };
    this.form.dispatchEvent(new CustomEvent('precheck-checked', { bubbles: true, detail }));
    return findings;
  }

  spread(findings, wanted) {
    const record = this.record();
    for (const field of this.fields.filter(wanted)) {
      this.show(field, findings.filter((finding) => finding.field === field.schema.field), record);
    }
  }

  recheck(focus) {
    const findings = this.check();
    this.spread(findings, () => true);
    return this.refreshSummary(findings, focus);
  }

  /** Shows what keeps the form; true: nothing does. */
  refreshSummary(findings, focus) {
    const of = (level) => findings.filter((finding) => finding.severity === level);
    const [errors, warnings] = [of('error'), of('warning')];
    const lines = (list) => {
      const order = (finding) => {
        const at = this.fields.findIndex((field) => field.schema.field === finding.field);
        return at < 0 ? this.fields.length : at;
      };
      const sorted = list.slice().sort((a, b) => order(a) - order(b));
      return sorted.map((finding) => ({ text: finding.message, field: this.fields[order(finding)] || null }));
    };
    this.mark(errors.length > 0);
    if (errors.length > 0) {
      this.summary.show(this.texts.errors(errors.length), lines(errors), focus, null);
      return false;
    }
    const open = JSON.stringify(warnings.map((finding) => [finding.rule, finding.field, finding.value]));
    const settled = this.options.warnings === 'allow' || (this.confirmed && this.confirmed.open === open);
    if (warnings.length > 0 && !settled) {
      this.summary.show(this.texts.warnings(warnings.length), lines(warnings), focus, (reason) => {
        this.confirmed = { open, reason };
        this.submitAgain();
      });
      return false;
    }
    if (!this.summary.box.hidden) this.summary.say(this.texts.mended);
    this.summary.hide();
    return true;
  }

  /** Whether the form may go. */
  gate(programmatic) {
    if (this.skipOnce) {
      this.skipOnce = false;
      return true;
    }
    this.submitted = true;
    this.programmatic = programmatic;
    try {
      const passes = this.recheck(true);
      if (passes) {
        const detail = { reason: this.confirmed ? this.confirmed.reason : '' };
        this.form.dispatchEvent(new CustomEvent('precheck-passed', { bubbles: true, detail }));
      }
      return passes;
    } catch (thrown) {
      // A tool that breaks must not keep an office from its work: the next try goes without it.
      this.skipOnce = true;
      this.complain(asPrecheckError(thrown));
      return false;
    }
  }

  /** Submits as it was submitted before, the portal's own checks included. */
  submitAgain() {
    if (this.programmatic) this.form.submit();
    else if (this.submitter) this.submitter.click();
    else if (this.form.requestSubmit) this.form.requestSubmit();
    else this.form.submit();
  }

  complain(error) {
    this.summary.show(this.texts.notRun(error.message), [], true, null);
    this.form.dispatchEvent(new CustomEvent('precheck-error', { bubbles: true, detail: { key: error.key } }));
  }

  /** 错误： before the title of the page while the summary says so. */
  mark(present) {
    if (this.options.title === false) return;
    const prefix = this.texts.titlePrefix;
    const has = document.title.indexOf(prefix) === 0;
    if (present && !has) document.title = prefix + document.title;
    if (!present && has) document.title = document.title.slice(prefix.length);
  }

  /** Leaves the form as it was. */
  detach() {
    for (const off of this.off) off();
    this.fields.forEach(clearMessages);
    this.summary.remove();
    this.mark(false);
    delete this.form.precheckAttached;
  }
}

/**
 * Attaches a form of the portal.
 * @param {HTMLFormElement} form
 * @param {string} kind key of the kind
 * @param {object} mapping keys of fields with the name, the id or the element of their control
 * @param {{checker: Checker, warnings?: 'confirm' | 'allow', summary?: Element, title?: boolean}} options
 */
function attach(form, kind, mapping, options) {
  if (!options || !(options.checker instanceof Checker)) {
    throw new PrecheckError('misuse', 'attach takes a checker of createChecker in its options');
  }
  return guarded(() => new AttachedForm(form, kind, mapping, options));
}
