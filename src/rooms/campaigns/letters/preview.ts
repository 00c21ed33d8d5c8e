import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Letter } from '../schema-letter.ts';
import type { Preview, PreviewBody, Reach } from '../schema-writing.ts';
import { findAgreed } from '../sending/agreed.ts';
import type { ReaderFacts } from '../sending/letters.ts';
import { listReaders, readerFacts } from '../sending/readers.ts';
import type { LetterAtWork } from './at-work.ts';
import { letterAtWork, seenCampaign } from './at-work.ts';
import type { PreviewPerson } from './preview-readers.ts';
import { findPreviewPerson, findSeesLeast, listPreviewReaders, whyNot } from './preview-readers.ts';
import { countReach } from './reach.ts';
import { reachWarnings } from './warnings/audience.ts';

/** A preview leads nowhere: nobody leaves a list by looking at what somebody else would get. */
const NO_TOKENS = { message: '', unsubscribe: '', view: '' };
const NOWHERE: ReaderFacts['links'] = { unsubscribe: '#', preferences: '#', view: '#' };

/** The letter as one reader gets it. @throws AppError campaigns.not_found, campaigns.reader_not_found */
export async function previewLetter(ctx: Ctx, campaignId: string, { letter, reader }: PreviewBody): Promise<Preview> {
  allow(ctx.actor, 'campaigns.read');
  return previewOf(ctx, await letterAtWork(ctx, campaignId, letter), reader);
}

/** The same for the room's own use, without asking who looks. */
export const makePreview = async (
  ctx: Ctx,
  campaign: { id: string },
  letter: Letter,
  reader: PreviewBody['reader'],
): Promise<Preview> => previewOf(ctx, await letterAtWork(ctx, campaign.id, letter), reader);

async function previewOf(ctx: Ctx, at: LetterAtWork, reader: PreviewBody['reader']): Promise<Preview> {
  if (reader.kind === 'all_blocks') return everyBlock(at, reader);
  if (reader.kind === 'person') {
    const person = await findPreviewPerson(ctx, at.campaign, reader.talentId);
    if (!person) throw notFound('campaigns.reader_not_found');
    const why = await whyNot(ctx, at.campaign, person.talentId);
    return why === null ? forPerson(ctx, at, person) : nothingFor(person, why);
  }
  const person = await findSeesLeast(ctx, at.campaign, at.compiled, reader.language);
  return person
    ? forPerson(ctx, at, person)
    : nothingFor({ talentId: null, name: null, language: reader.language, form: 'formal' }, 'nobody_there');
}

type Looked = Preview['reader'];

const nothingFor = ({ talentId, name, language, form }: Looked, why: string): Preview => ({
  reader: { talentId, name, language, form },
  made: null,
  why,
  blockIds: [],
});

async function forPerson(ctx: Ctx, at: LetterAtWork, person: PreviewPerson): Promise<Preview> {
  const { talentId, language } = person;
  const readers = await listReaders(ctx, { campaign: at.campaign, letter: at.compiled }, [
    { talentId, address: '', language },
  ]);
  const reader = readers.get(talentId);
  if (!reader) throw notFound('campaigns.reader_not_found');
  const agreed = await findAgreed(ctx, at.campaign, talentId);
  const facts = readerFacts(ctx, { reader, language, preferences: '', tokens: NO_TOKENS, agreed });
  return made(at, person, { ...facts, links: NOWHERE });
}

/** Nobody in particular: every block there is, and what stands in place of what is not known. */
function everyBlock(
  at: LetterAtWork,
  { language, form }: Extract<PreviewBody['reader'], { kind: 'all_blocks' }>,
): Preview {
  const facts: ReaderFacts = {
    talentId: '',
    language,
    fields: { company_name: at.campaign.entityName, address_form: form === 'informal' ? 'du' : 'sie' },
    visible: (1n << BigInt(at.compiled.conditions.length)) - 1n,
    links: NOWHERE,
  };
  return made(at, { talentId: null, name: null, language, form }, facts);
}

function made({ compiled, parts }: LetterAtWork, reader: Looked, facts: ReaderFacts): Preview {
  const letter = compiled.make(facts);
  if (!letter) return nothingFor(reader, 'no_block_fits');
  const { talentId, name, form } = reader;
  const language = compiled.languageFor(reader.language);
  return {
    reader: { talentId, name, language, form },
    made: {
      subject: letter.subject,
      preheader: parts.letter.preheader[language] ?? '',
      html: letter.html.toString('utf8'),
      text: letter.text.toString('utf8'),
      bytes: letter.html.length,
    },
    why: null,
    blockIds: compiled.seenBy(facts),
  };
}

/** @throws AppError campaigns.not_found, and pools.… when the audience cannot be read */
export async function listReadersFor(ctx: Ctx, campaignId: string, search: string) {
  allow(ctx.actor, 'campaigns.read');
  const campaign = await seenCampaign(ctx, campaignId);
  return { items: await listPreviewReaders(ctx, campaign, search) };
}

/** @throws AppError campaigns.not_found, and pools.… when the audience cannot be read */
export async function reachOf(ctx: Ctx, campaignId: string, letter: Letter | undefined): Promise<Reach> {
  allow(ctx.actor, 'campaigns.read');
  const at = await letterAtWork(ctx, campaignId, letter);
  const reach = await countReach(ctx, at.campaign, at.compiled);
  return { ...reach, warnings: reachWarnings(at, reach) };
}
