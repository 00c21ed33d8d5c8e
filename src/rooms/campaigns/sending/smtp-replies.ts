/** One answer of a mail server (RFC 5321, 4.2). */
export interface SmtpReply {
  code: number;
  /** The lines after their codes. */
  lines: string[];
}

/** A server that talks more than this without ending its answer is none. */
const LONGEST_ANSWER = 64 * 1024;
const LINE = /^(\d{3})([ -]?)(.*)$/;

/** Puts answers together from the pieces that arrive. */
export function replyReader() {
  let rest = '';
  let lines: string[] = [];

  /** @throws Error when this is no mail server */
  function read(piece: string): SmtpReply[] {
    rest += piece;
    if (rest.length > LONGEST_ANSWER) throw new Error('smtp.answer_too_long');
    const replies: SmtpReply[] = [];
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const reply = take(rest.slice(0, end).replace(/\r$/, ''));
      rest = rest.slice(end + 1);
      if (reply) replies.push(reply);
    }
    return replies;
  }

  function take(line: string): SmtpReply | undefined {
    const [, code = '', more = '', text = ''] = LINE.exec(line) ?? [];
    if (code === '') throw new Error('smtp.answer_unreadable');
    lines.push(text);
    if (more === '-') return undefined;
    const reply = { code: Number(code), lines };
    lines = [];
    return reply;
  }

  return { read };
}
