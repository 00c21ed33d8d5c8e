import type { FileFormat } from '../types.ts';
import type { ContentKind, FileHead } from './file-kind.ts';

/** What every kind of file is inspected with. */
export interface Inspected {
  path: string;
  fileName: string;
  fileHead: FileHead;
  kind: ContentKind;
  corrections: Partial<FileFormat>;
}
