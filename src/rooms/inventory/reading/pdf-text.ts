import { getDocumentProxy } from 'unpdf';
import { CV_LIMITS } from './limits.ts';
import { arrangePage, type TextPiece } from './page-layout.ts';

/** Text of each page in reading order. */
export async function readPdfPages(bytes: Uint8Array): Promise<{ pages: string[]; pageCount: number }> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  const pages: string[] = [];
  let characters = 0;
  for (let number = 1; number <= Math.min(document.numPages, CV_LIMITS.pages); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [left = 0, , right = 600] = page.view;
    const text = arrangePage(items.flatMap(toPiece), { left, right });
    page.cleanup();
    pages.push(text);
    characters += text.length;
    if (characters > CV_LIMITS.characters) break;
  }
  return { pages, pageCount: document.numPages };
}

interface PdfText {
  str: string;
  /** Text space to page: a, b, c, d, x, y. */
  transform: number[];
  width: number;
}

const isText = (item: object): item is PdfText => 'str' in item && 'transform' in item && 'width' in item;

function toPiece(item: object): TextPiece[] {
  if (!isText(item) || item.str.trim() === '') return [];
  const [a = 0, b = 0] = item.transform;
  const [x = 0, y = 0] = item.transform.slice(4);
  const size = Math.hypot(a, b);
  // Text turned by a quarter (a name along the edge) belongs to no line.
  const isLevel = Math.abs(b) <= size * 0.2;
  return isLevel ? [{ text: item.str, x, y, width: item.width, size }] : [];
}
