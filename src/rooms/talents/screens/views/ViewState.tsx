import { type FormEvent, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Menu, MenuItem, MenuLine } from '#ground/ui/Menu.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import textStyles from '#ground/ui/text.module.css';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeView, createView, deleteView, listViews } from '../../contract.ts';
import type { SavedView } from '../../schema-many.ts';
import { isChanged, type ListSearch, searchOfView, viewStateOf } from '../list/list-search.ts';
import type { ChangeSearch } from '../list/use-list-search.ts';
import { Popup } from '../shared/Popup.tsx';
import styles from './view-state.module.css';

interface ViewStateProps {
  search: ListSearch;
  onChange: ChangeSearch;
  view: SavedView | undefined;
}

const STALE = { stale: [listViews] };

/** Whose view it is and whether it changed, with save and reset; without a view, the way to keep one. */
export function ViewState({ search, onChange, view }: ViewStateProps) {
  const t = useMessages('talents');
  if (view) return <KnownView search={search} onChange={onChange} view={view} />;
  const isWorthKeeping = search.filter !== undefined || search.q !== undefined || search.columns !== undefined;
  return isWorthKeeping ? <KeepView search={search} onChange={onChange} label={t('views.keep')} /> : null;
}

function KnownView({ search, onChange, view }: ViewStateProps & { view: SavedView }) {
  const t = useMessages('talents');
  const changed = isChanged(search, view.view);
  const own = view.isShared ? 'views.shared' : 'views.mine';
  const whose = t(view.isMine ? own : 'views.team', { owner: view.ownerName });
  return (
    <span className={styles.state}>
      <span className={styles.whose}>{changed ? t('views.changed', { whose }) : whose}</span>
      {changed && <ChangedActs search={search} onChange={onChange} view={view} />}
      {view.isMine && !changed && <ViewMenu view={view} onChange={onChange} />}
    </span>
  );
}

function ChangedActs({ search, onChange, view }: ViewStateProps & { view: SavedView }) {
  const t = useMessages('talents');
  const save = useAct(changeView, { ...STALE, onDone: () => showToast({ message: t('views.saved') }) });
  return (
    <>
      {view.isMine && (
        <button
          type="button"
          className={textStyles.link}
          onClick={() => save.mutate({ params: { viewId: view.id }, body: { view: viewStateOf(search) } })}
        >
          {t('views.save')}
        </button>
      )}
      <button type="button" className={textStyles.link} onClick={() => onChange({ ...EMPTY, ...searchOfView(view) })}>
        {t('views.reset')}
      </button>
      <KeepView search={search} onChange={onChange} label={t('views.keep_as')} />
    </>
  );
}

/** Everything a view decides; what it does not name is taken back. */
const EMPTY: Partial<ListSearch> = {
  q: undefined,
  filter: undefined,
  sort: undefined,
  direction: undefined,
  columns: undefined,
};

function ViewMenu({ view, onChange }: { view: SavedView; onChange: ChangeSearch }) {
  const t = useMessages('talents');
  const change = useAct(changeView, STALE);
  const remove = useAct(deleteView, { ...STALE, onDone: () => onChange({ view: undefined }, 'replace') });
  const params = { viewId: view.id };
  const turn = (body: { isShared: boolean } | { isPinned: boolean }) => change.mutate({ params, body });
  return (
    <Menu trigger={<Button look="bare">{t('views.menu')}</Button>}>
      <MenuItem onChoose={() => turn({ isShared: !view.isShared })}>
        {t(view.isShared ? 'views.unshare' : 'views.share')}
      </MenuItem>
      <MenuItem onChoose={() => turn({ isPinned: !view.isPinned })}>
        {t(view.isPinned ? 'views.unpin' : 'views.pin')}
      </MenuItem>
      <MenuLine />
      <MenuItem risk onChoose={() => remove.mutate({ params })}>
        {t('views.delete')}
      </MenuItem>
    </Menu>
  );
}

function KeepView({ search, onChange, label }: Omit<ViewStateProps, 'view'> & { label: string }) {
  const t = useMessages('talents');
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const keep = useAct(createView, {
    ...STALE,
    onDone: (made) => {
      setOpen(false);
      onChange({ view: made.id }, 'replace');
      showToast({ message: t('views.kept', { name: made.name }) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') keep.mutate({ body: { name: name.trim(), isShared, view: viewStateOf(search) } });
  };
  return (
    <Popup label={label} open={isOpen} onOpen={setOpen} trigger={<Button look="bare">{label}</Button>}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('views.name')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox checked={isShared} onMark={setShared}>
          {t('views.for_team')}
        </Checkbox>
        {keep.error && <ProblemNote problem={keep.error} />}
        <Button type="submit" look="filled" busy={keep.isPending} disabled={name.trim() === ''}>
          {t('views.keep')}
        </Button>
      </form>
    </Popup>
  );
}
