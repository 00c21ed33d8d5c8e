/** A piece of text on a page; points, y grows upwards. */
export interface TextPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface PageEdges {
  left: number;
  right: number;
}

interface Line {
  y: number;
  size: number;
  pieces: TextPiece[];
}

/**
 * Pieces come in drawing order, which is any order. They are put into lines; a page with a column edge is read column by
 * column between the lines that cross it; dates beside stations are no column but belong to their lines.
 */
export function arrangePage(pieces: TextPiece[], edges: PageEdges): string {
  const lines = toLines(pieces);
  const edge = findColumnEdge(lines, edges);
  if (edge === undefined) return writeLines(lines);
  return bands(lines, edge)
    .map(({ left, right }) => [toText(left), toText(right)].filter(Boolean).join('\n\n'))
    .filter(Boolean)
    .join('\n');
}

function toLines(pieces: TextPiece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - piece.y) < Math.max(2, Math.min(line.size, piece.size) * 0.5))
      line.pieces.push(piece);
    else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  for (const line of lines) line.pieces.sort((a, b) => a.x - b.x);
  return lines;
}

const SEARCHED = { from: 0.2, to: 0.8, steps: 60 };
const DATES = /\b(?:19|20)\d{2}\b|heute|present|aktuell|seit|since/iu;

/** An upright strip that nearly no line crosses and that has text on both sides of it. */
function findColumnEdge(lines: Line[], { left, right }: PageEdges): number | undefined {
  let best: { x: number; crossed: number; room: number } | undefined;
  for (let step = 0; step <= SEARCHED.steps; step += 1) {
    const x = left + (right - left) * (SEARCHED.from + ((SEARCHED.to - SEARCHED.from) * step) / SEARCHED.steps);
    const found = judgeEdge(lines, x);
    const isBetter =
      !best || found.crossed < best.crossed || (found.crossed === best.crossed && found.room > best.room);
    if (found.isEdge && isBetter) best = { x, ...found };
  }
  return best?.x;
}

function judgeEdge(lines: Line[], x: number) {
  const beside = lines.flatMap((line) => line.pieces);
  const leftLines = beside.filter((piece) => piece.x + piece.width <= x);
  const rightLines = beside.filter((piece) => piece.x >= x);
  const crossed = lines.filter((line) => line.pieces.some((piece) => piece.x < x && piece.x + piece.width > x)).length;
  const starts = mostFrequentStart(rightLines);
  const isEdge =
    crossed <= lines.length * 0.25 &&
    leftLines.length >= 4 &&
    starts >= Math.max(4, rightLines.length * 0.4) &&
    leftLines.filter((piece) => DATES.test(piece.text)).length < leftLines.length * 0.5 &&
    rightLines.filter((piece) => DATES.test(piece.text)).length < rightLines.length * 0.6;
  const room = Math.min(
    ...leftLines.map((piece) => x - piece.x - piece.width),
    ...rightLines.map((piece) => piece.x - x),
    Number.MAX_SAFE_INTEGER,
  );
  return { isEdge, crossed, room };
}

/** Text of a column begins at the same place; words of running text after wide gaps do not. */
function mostFrequentStart(pieces: TextPiece[]): number {
  const counts = new Map<number, number>();
  for (const { x } of pieces) counts.set(Math.round(x / 3), (counts.get(Math.round(x / 3)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Lines across both columns (the name, a footer) divide the page into bands. */
function bands(lines: Line[], edge: number): { left: TextPiece[]; right: TextPiece[] }[] {
  const result = [{ left: [] as TextPiece[], right: [] as TextPiece[] }];
  for (const { pieces } of lines) {
    const isAcross = pieces.some((piece) => piece.x < edge && piece.x + piece.width > edge);
    if (isAcross) result.push({ left: pieces, right: [] }, { left: [], right: [] });
    for (const piece of isAcross ? [] : pieces) result.at(-1)?.[piece.x < edge ? 'left' : 'right'].push(piece);
  }
  return result;
}

const toText = (pieces: TextPiece[]) => writeLines(toLines(pieces));

/** A gap of more than one and a half lines is a paragraph. */
function writeLines(lines: Line[]): string {
  let text = '';
  let above: Line | undefined;
  for (const line of lines) {
    const isParagraph = above && above.y - line.y > Math.max(above.size, line.size) * 2.1;
    if (above) text += isParagraph ? '\n\n' : '\n';
    text += writeLine(line);
    above = line;
  }
  return text;
}

function writeLine({ pieces }: Line): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const gap = piece.x - end;
    if (text !== '' && gap > piece.size * 1.5) text += '\t';
    else if (text !== '' && gap > piece.size * 0.15 && !text.endsWith(' ') && !piece.text.startsWith(' ')) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}
