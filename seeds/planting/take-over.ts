import type { Ctx } from '#ground/context.ts';
import {
  checkImport,
  chooseBasis,
  chooseMapping,
  getImport,
  receiveFile,
  runImport,
  startChecking,
  startRunning,
} from '#rooms/inventory/index.ts';
import type { CompanyExport } from '../company.ts';
import type { Grounds } from './grounds.ts';

/** Which legal basis the recruiter chose for which file. */
function basisFor(
  kind: CompanyExport['kind'],
  { talentPoolText, alumniText, contactAssessment }: Grounds,
): Record<string, unknown> {
  const pool = { kind: 'consent_column', textId: talentPoolText };
  const alumni = { kind: 'consent_column', textId: alumniText };
  if (kind === 'connections')
    return { passive_contact: { kind: 'legitimate_interest', assessmentId: contactAssessment } };
  return { rejected_applicant: pool, sign_up: pool, alumni };
}

/**
 * One file through the real engine, as on the pages: received, columns confirmed, basis chosen, dry run, run.
 * @throws Error when rows could not be taken over, which would be a mistake in the sample
 */
export async function takeOver(ctx: Ctx, { kind, file }: CompanyExport, grounds: Grounds): Promise<string> {
  const atOnce: Ctx = { ...ctx, jobs: async () => {} };
  const importId = await receiveFile(atOnce, file.name, new Blob([Buffer.from(file.bytes)]).stream() as ReadableStream);
  const { mapping } = await getImport(atOnce, importId);
  await chooseMapping(atOnce, importId, mapping);
  await chooseBasis(atOnce, importId, basisFor(kind, grounds));
  await startChecking(atOnce, importId);
  await checkImport(atOnce, importId);
  await startRunning(atOnce, importId);
  await runImport(atOnce, importId);
  const { state, failure } = await getImport(atOnce, importId);
  if (state !== 'done') throw new Error(`The sample file ${file.name} was not taken over: ${failure?.code ?? state}.`);
  return importId;
}
