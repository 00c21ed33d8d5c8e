import type { FileInspection } from '../types.ts';

/** One employment as a CV tells it. Dates as far as they are given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface CvStation {
  employer?: string;
  role?: string;
  from?: string;
  /** Absent while it lasts. */
  to?: string;
}

interface Place {
  /** The words it was taken from. */
  quote: string;
  /** 1-based, PDF only. */
  page?: number;
  /** Characters from the beginning of `CvReading.text`. */
  offset: number;
}

export type CvTextField = 'full_name' | 'email' | 'phone' | 'linkedin_url' | 'xing_url' | 'website' | 'city' | 'skills';

/** What the CV seems to say; a person confirms it before it counts. */
export type CvProposal =
  | ({ field: CvTextField; value: string } & Place)
  | ({ field: 'station'; value: CvStation } & Place);

export interface CvReading {
  /** In reading order, columns one after the other. */
  text: string;
  /** 1-based page of each text offset where a page begins. */
  pageOffsets: number[];
  language?: 'de' | 'en' | 'fr' | 'it';
  proposals: CvProposal[];
  warnings: FileInspection['warnings'];
}
