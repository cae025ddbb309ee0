import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What a PDF says, page by page: its text, and whatever stands about it in its bytes. */
export async function textOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
