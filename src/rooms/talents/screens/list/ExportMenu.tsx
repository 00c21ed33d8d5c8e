import { useState } from 'react';
import { addressOf } from '#ground/http/client.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Menu, MenuItem } from '#ground/ui/Menu.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { countMarked, type Marking } from '#ground/ui/list/selection.ts';
import { exportTalents } from '../../contract.ts';
import { EXPORT_WITHOUT_REASON } from '../../types.ts';
import { Opens } from '../shared/Opens.tsx';
import { filterOf, type ListSearch } from './list-search.ts';
import type { Hits } from './use-hit-words.ts';

type Format = 'csv' | 'xlsx';
interface ExportMenuProps {
  search: ListSearch;
  hits: Hits;
  marking: Marking;
}

/** Shortest reason that says something. */
const SHORTEST_REASON = 5;

/** The marked people, or all of the sentence, as a file. Above 200 people the reason is kept with it. */
export function ExportMenu({ search, hits, marking }: ExportMenuProps) {
  const t = useMessages('talents');
  const [asking, setAsking] = useState<Format>();
  const [reason, setReason] = useState('');
  const marked = marking.kind === 'some' ? [...marking.ids] : [];
  const people = marked.length > 0 ? marked.length : countMarked({ kind: 'all', except: new Set() }, hits.value);
  const fetchFile = (format: Format, why?: string) => {
    const chosen = marked.length > 0 ? { id: marked } : filterOf(search);
    download(addressOf(exportTalents, { query: { ...chosen, format, reason: why } }));
    setAsking(undefined);
  };
  const choose = (format: Format) => (people > EXPORT_WITHOUT_REASON ? setAsking(format) : fetchFile(format));
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button disabled={people === 0}>
            <Opens>{t('export.open')}</Opens>
          </Button>
        }
      >
        <MenuItem onChoose={() => choose('xlsx')}>{t('export.xlsx', { count: people })}</MenuItem>
        <MenuItem onChoose={() => choose('csv')}>{t('export.csv', { count: people })}</MenuItem>
      </Menu>
      <Dialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t('export.why', { count: people })}
        answers={
          <>
            <Button
              look="filled"
              disabled={reason.trim().length < SHORTEST_REASON}
              onClick={() => asking && fetchFile(asking, reason.trim())}
            >
              {t('export.do', { count: people })}
            </Button>
            <Button onClick={() => setAsking(undefined)}>{t('export.leave')}</Button>
          </>
        }
      >
        <TextArea
          label={t('export.reason')}
          help={t('export.reason_help')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Dialog>
    </>
  );
}

function download(address: string) {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
