// What a page gives on paper: pages and their words, read from a PDF with pypdf of the test tools, or from the page
// itself as print media where no reader of PDF is there.
import { execFileSync } from 'node:child_process';

/** Prints to PDF. Gives the number of pages and the words that print media show. */
export async function printed(page) {
  const { data } = await page.driver.sendAndGetDevToolsCommand('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: false,
  });
  const pdf = Buffer.from(data, 'base64');
  if (pdf.subarray(0, 5).toString() !== '%PDF-') throw new Error('no PDF came of printing');
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  let text = '';
  try {
    text = execFileSync('pdftotext', ['-', '-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString();
    text = text.replace(/\s+/g, '');
  } catch {
    await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
    text = await page.run(() => document.body.innerText.replace(/\s+/g, ''));
    await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
  }
  return { pages, text, bytes: pdf.length };
}
