export type FailureKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'too_many'
  | 'unavailable';

/** Facts for the sentence that explains a refusal. Never a name, address or note: params may be logged. */
export type FailureParams = Record<string, string | number | boolean | null>;

/**
 * A refusal that a person can understand and act on. The code is `<room>.<what_happened>` and names the
 * sentence in the room's `messages/`; one place (`ground/http`) turns the kind into an HTTP status.
 */
export class AppError extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly params: FailureParams;

  constructor(kind: FailureKind, code: string, params: FailureParams = {}) {
    super(code);
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.params = params;
  }
}

export const invalid = (code: string, params?: FailureParams) => new AppError('invalid', code, params);
export const unauthenticated = (code: string, params?: FailureParams) => new AppError('unauthenticated', code, params);
export const forbidden = (code: string, params?: FailureParams) => new AppError('forbidden', code, params);
export const notFound = (code: string, params?: FailureParams) => new AppError('not_found', code, params);
export const conflict = (code: string, params?: FailureParams) => new AppError('conflict', code, params);
export const gone = (code: string, params?: FailureParams) => new AppError('gone', code, params);
export const tooMany = (code: string, params?: FailureParams) => new AppError('too_many', code, params);
export const unavailable = (code: string, params?: FailureParams) => new AppError('unavailable', code, params);
