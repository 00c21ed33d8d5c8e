import { Link } from '@tanstack/react-router';
import textStyles from '#ground/ui/text.module.css';

/** A name that leads to the person's page. */
export const PersonLink = ({ talentId, name }: { talentId: string; name: string }) => (
  <Link to="/talents/$talentId" params={{ talentId }} className={textStyles.strong}>
    {name}
  </Link>
);
