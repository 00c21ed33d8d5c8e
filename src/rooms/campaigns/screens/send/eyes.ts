import type { CampaignDetail } from '../../schema-writing.ts';

/** Whether a second person has to agree, and whether the one who looks may be that person. */
export interface Eyes {
  need: 'alone' | 'second';
  isMine: boolean;
}

/** @param readers how many would get the letter now */
export const eyesOf = (
  { fourEyesFrom, may }: Pick<CampaignDetail, 'fourEyesFrom' | 'may'>,
  readers: number | undefined,
): Eyes => ({
  need: readers !== undefined && readers >= fourEyesFrom ? 'second' : 'alone',
  isMine: may.approve,
});

/** Newest first, as the server gives them; those of the version at work before the earlier ones. */
export const sortedApprovals = ({ approvals, letterVersion }: Pick<CampaignDetail, 'approvals' | 'letterVersion'>) =>
  approvals.toSorted(
    (a, b) =>
      Number(b.letterVersion === letterVersion) - Number(a.letterVersion === letterVersion) || (a.at < b.at ? 1 : -1),
  );
