import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Menu, MenuItem, MenuLine } from '#ground/ui/Menu.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { deleteTalent } from '../../contract.ts';
import type { TalentFacts } from '../../schema.ts';
import { Opens } from '../shared/Opens.tsx';
import { nameOf } from '../shared/names.ts';
import { usePartAct } from '../shared/use-part-act.ts';

/** The rarer acts. Deleting leads to the bin and back by undo. */
export function MoreMenu({ talent }: { talent: TalentFacts }) {
  const t = useMessages('talents');
  const navigate = useNavigate();
  const mayDelete = useMay('talents.delete');
  const remove = usePartAct(
    deleteTalent,
    t('bin.moved', { name: nameOf(talent) }),
    () => void navigate({ to: '/talents' }),
  );
  if (!mayDelete || talent.deletedAt !== null) return null;
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Opens>{t('more')}</Opens>
        </Button>
      }
    >
      <MenuItem onChoose={() => void navigate({ to: '/talents/bin' })}>{t('bin.open')}</MenuItem>
      <MenuLine />
      <MenuItem risk onChoose={() => remove.mutate({ params: { talentId: talent.id } })}>
        {t('bin.delete')}
      </MenuItem>
    </Menu>
  );
}
