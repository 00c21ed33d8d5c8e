/** Why a model gave nothing. Each room has its own sentence for each. */
export const MODEL_FAILURES = [
  /** The address may not be called: machine-internal, or in the clear across a network. */
  'address_refused',
  'unreachable',
  'timed_out',
  /** The key is wrong, or the model is not for this key. */
  'not_let_in',
  /** The server does not know this model or this path. */
  'unknown_model',
  /** Too many questions at once, or used up. */
  'busy',
  'server_failed',
  /** An answer came, and it is none. */
  'nonsense',
  /** It failed several times, so it is left alone for a while. */
  'resting',
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

/** What a call to a model ends with when there is no answer. Holds nothing of what was asked: it may be logged. */
export class LanguageModelError extends Error {
  readonly reason: ModelFailure;
  readonly status: number | undefined;

  constructor(reason: ModelFailure, status?: number) {
    super(status === undefined ? reason : `${reason} (${status})`);
    this.name = 'LanguageModelError';
    this.reason = reason;
    this.status = status;
  }
}
