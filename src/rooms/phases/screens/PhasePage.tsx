import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { Phase } from '#ground/ui/Phase.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { readPhases } from '../contract.ts';
import type { PhaseEntity, PhaseInForce } from '../schema.ts';
import { DRAWN } from './drawn.ts';
import styles from './phase-page.module.css';
import { PhaseLog } from './PhaseLog.tsx';
import { Proposals } from './Proposals.tsx';
import { SwitchDialog } from './SwitchDialog.tsx';
import { UnitsPart } from './UnitsPart.tsx';

/** Where a switch is being decided: the entity itself, or one of its units. */
export interface SwitchPlace {
  entityId: string;
  unitId: string | null;
}

/** What the company is doing, what that proposes to the rest of the program, and who decided it when. */
export function PhasePage() {
  const t = useMessages('phases');
  const navigate = useNavigate();
  const { act }: { act?: 'switch' } = useSearch({ strict: false });
  const maySwitch = useMay('phases.switch');
  const { data, error, refetch } = useRead(readPhases, {});
  const [place, setPlace] = useState<SwitchPlace>();
  const entities = data?.entities ?? [];
  const asked = act === 'switch' && maySwitch && entities[0] ? { entityId: entities[0].id, unitId: null } : undefined;
  const leave = () => {
    setPlace(undefined);
    if (act) void navigate({ to: '/phase', search: {}, replace: true });
  };
  if (!data && !error) return <SkeletonPage />;
  const shown = standingOf(entities, place ?? asked);
  return (
    <Page title={t('page.title')} lede={t('page.lede')} aside={<PhaseLog entities={entities} />}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {entities.map((entity) => (
        <EntityPart key={entity.id} entity={entity} onSwitch={setPlace} />
      ))}
      {shown && <SwitchDialog standing={shown} onClose={leave} />}
    </Page>
  );
}

/** A place as it stands now: while the dialog is open, what was fetched anew counts. */
export interface Standing extends SwitchPlace {
  name: string;
  current: PhaseInForce | null;
}

function standingOf(entities: readonly PhaseEntity[], place: SwitchPlace | undefined): Standing | undefined {
  const entity = entities.find(({ id }) => id === place?.entityId);
  if (!entity || !place) return undefined;
  const found = place.unitId === null ? entity : entity.units.find(({ id }) => id === place.unitId);
  return found && { ...place, name: found.name, current: found.current };
}

interface EntityPartProps {
  entity: PhaseEntity;
  onSwitch: (place: SwitchPlace) => void;
}

function EntityPart({ entity, onSwitch }: EntityPartProps) {
  const t = useMessages('phases');
  const maySwitch = useMay('phases.switch');
  return (
    <div className={styles.entity}>
      <div>
        <CurrentPhase entity={entity} />
        {maySwitch && (
          <Button look="filled" className={styles.add} onClick={() => onSwitch({ entityId: entity.id, unitId: null })}>
            {t(entity.current ? 'switch.open' : 'name_it')}
          </Button>
        )}
      </div>
      <Proposals current={entity.current?.phase ?? null} />
      <UnitsPart entity={entity} onSwitch={onSwitch} />
    </div>
  );
}

function CurrentPhase({ entity: { name, current } }: { entity: PhaseEntity }) {
  const t = useMessages('phases');
  const formats = useFormats();
  return (
    <div className={styles.current}>
      <p className={styles.company}>{name}</p>
      {current ? (
        <>
          <p className={styles.now}>
            <Phase
              phase={DRAWN[current.phase]}
              word={t(`since.${current.phase}`, { date: formats.dateLong(current.sinceOn) })}
            />
          </p>
          <p className={styles.helps}>{t(`helps.${current.phase}`)}</p>
        </>
      ) : (
        <p className={styles.helps}>{t('page.none')}</p>
      )}
    </div>
  );
}
