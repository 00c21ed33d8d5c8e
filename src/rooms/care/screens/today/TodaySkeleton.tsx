import { SkeletonBar, SkeletonRows } from '#ground/ui/Skeleton.tsx';
import styles from './today-page.module.css';

/** Five places and a head, still: where the people will be. */
export const TodaySkeleton = () => (
  <div className={styles.skeleton}>
    <SkeletonBar width="38%" />
    <SkeletonRows rows={5} />
  </div>
);
