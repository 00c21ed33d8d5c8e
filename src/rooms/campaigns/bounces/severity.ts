/** `permanent`: there is no such mailbox. `temporary`: it was given up this time. `delay`: it is still being tried. */
export type Severity = 'permanent' | 'temporary' | 'delay';

/**
 * Whether an address is gone, by the enhanced status code (RFC 3463). A five in front is not enough: a full mailbox (5.2.2), a letter
 * that is too large (5.2.3, 5.3.4) or a rule against the sender (5.7) say nothing about the address.
 */
export function severityOf(status: string, diagnostic: string): Severity {
  if (status.startsWith('4')) return 'temporary';
  if (/^5\.1\.[78]$/.test(status)) return 'temporary';
  if (/^5\.(1\.\d+|2\.1|4\.4)$/.test(status)) return 'permanent';
  if (status !== '5.0.0' && status !== '5.5.0' && status !== '') return 'temporary';
  return GONE.test(diagnostic) ? 'permanent' : 'temporary';
}

/** What servers say that have no code for it. */
const GONE =
  /user (is )?unknown|unknown (user|recipient|mailbox)|no such (user|mailbox|recipient|address|person)|does ?n[o']t exist|not exist|invalid (recipient|mailbox|user)|recipient (address )?rejected|mailbox (is )?(unavailable|disabled|not found|inactive)|address (is )?(unknown|invalid)|account (has been )?(disabled|deleted|closed)|user not found|unbekannt|existiert nicht/i;
