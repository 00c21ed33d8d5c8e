import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keyOf, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { listImports, readSummary } from '../../contract.ts';
import type { InventorySummary } from '../../schema.ts';
import { CvPanel } from '../cv/CvPanel.tsx';
import { ClosingPage } from './ClosingPage.tsx';
import { DropPlace } from './DropPlace.tsx';
import { EmptyInventory } from './EmptyInventory.tsx';
import { FileButton } from './FileButton.tsx';
import { ImportList } from './ImportList.tsx';
import { forgetUpload, onUploaded, type Upload, useUploads } from './uploads.ts';
import { UploadList } from './UploadList.tsx';

/** The start of the room: what the company has, or how it begins. A file may be dropped anywhere on it. */
export function InventoryPage() {
  const t = useMessages('inventory');
  const mayImport = useMay('inventory.import');
  const summary = useRead(readSummary, {});
  const isEmpty = summary.data !== undefined && summary.data.known === 0 && summary.data.imports === 0;
  const [openCv, setOpenCv] = useState<number>();
  const uploads = useUploads();
  const cv = uploads.find(({ id }) => id === openCv);
  useArrivals(setOpenCv);
  return (
    <Page
      title={t('nav')}
      heading={<StartHeading summary={summary.data} />}
      lede={summary.data && !isEmpty ? t('closing.lede') : undefined}
      actions={mayImport && !isEmpty ? <FileButton look="plain" /> : undefined}
    >
      <DropPlace enabled={mayImport}>
        <UploadList uploads={uploads} onOpenCv={setOpenCv} />
        <StartBody
          summary={summary.data}
          problem={summary.error}
          isEmpty={isEmpty}
          onRetry={() => void summary.refetch()}
        />
      </DropPlace>
      {cv?.cv && (
        <CvPanel
          fileName={cv.fileName}
          cv={cv.cv}
          onClose={() => setOpenCv(undefined)}
          onAdded={() => forgetUpload(cv.id)}
        />
      )}
    </Page>
  );
}

interface StartBodyProps {
  summary: InventorySummary | undefined;
  problem: unknown;
  isEmpty: boolean;
  onRetry: () => void;
}

function StartBody({ summary, problem, isEmpty, onRetry }: StartBodyProps) {
  if (!summary) return problem ? <ProblemNote problem={problem} onRetry={onRetry} /> : <SkeletonRows rows={8} />;
  if (isEmpty) {
    return (
      <>
        <ImportList whenNone="hide" />
        <EmptyInventory />
      </>
    );
  }
  return (
    <>
      <ClosingPage summary={summary} />
      <ImportList whenNone="say" />
    </>
  );
}

function StartHeading({ summary }: { summary: InventorySummary | undefined }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  if (!summary || (summary.known === 0 && summary.imports === 0)) return <h1>{t('nav')}</h1>;
  return <h1>{t('closing.title', { count: summary.known, shown: formats.number(summary.known) })}</h1>;
}

/** A single table leads to its columns; a CV opens beside; several files wait in the list. */
function useArrivals(openCv: (id: number) => void) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const uploads = useUploads();
  const isAlone = uploads.length === 1;
  useEffect(
    () =>
      onUploaded(({ id, importId, cv }: Upload) => {
        void cache.invalidateQueries({ queryKey: keyOf(listImports) });
        void cache.invalidateQueries({ queryKey: keyOf(readSummary) });
        if (cv) openCv(id);
        if (!importId || !isAlone) return;
        forgetUpload(id);
        void navigate({ to: `/inventory/imports/${importId}` });
      }),
    [cache, navigate, openCv, isAlone],
  );
}
