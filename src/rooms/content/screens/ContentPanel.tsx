import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addContent, archiveContent, changeContent, listContents, readContent, unarchiveContent } from '../contract.ts';
import type { ContentItem } from '../schema.ts';
import { contentOf, draftOf, emptyDraft, type Mistake, mistakesIn } from './content-draft.ts';
import { ContentFields } from './ContentFields.tsx';
import { ContentFacts } from './ContentFacts.tsx';
import styles from './contents-page.module.css';

const STALE = [listContents, readContent];
const FIELD_OF: Record<Mistake, string> = {
  title: 'content-title',
  link: 'content-link',
  day: 'content-day',
  dates: 'content-until',
};

/** One content beside the list: read by all, written by those who may. */
export function ContentPanel({ content, onClose }: { content?: ContentItem; onClose: () => void }) {
  const t = useMessages('content');
  const mayWrite = useMay('content.write');
  return (
    <SidePanel label={content?.title ?? t('add.open')} onClose={onClose}>
      <div className={styles.panel}>
        <h2>{content?.title ?? t('add.open')}</h2>
        {content && <Origin content={content} />}
        {mayWrite ? <Editor content={content} onClose={onClose} /> : content && <ContentFacts content={content} />}
      </div>
    </SidePanel>
  );
}

function Origin({ content: { createdBy, createdAt } }: { content: ContentItem }) {
  const t = useMessages('content');
  const formats = useFormats();
  const date = formats.dateLong(createdAt);
  return <p className={styles.origin}>{t(createdBy ? 'origin.by' : 'origin.plain', { name: createdBy, date })}</p>;
}

function Editor({ content, onClose }: { content: ContentItem | undefined; onClose: () => void }) {
  const t = useMessages('content');
  const language = useLanguage();
  const [draft, setDraft] = useState(() => (content ? draftOf(content) : emptyDraft(language === 'en' ? 'en' : 'de')));
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const done = (message: string) => () => {
    showToast({ message });
    onClose();
  };
  const add = useAct(addContent, { stale: STALE, onDone: done(t('add.done')) });
  const change = useAct(changeContent, { stale: STALE, onDone: done(t('change.done')) });
  const error = add.error ?? change.error;
  const save = () => {
    const found = mistakesIn(draft);
    setMistakes(found);
    if (found.length > 0) return;
    const body = contentOf(draft);
    if (content) change.mutate({ params: { contentId: content.id }, body: { ...body, version: content.version } });
    else add.mutate({ body });
  };
  return (
    <Form
      label={t(content ? 'change.open' : 'add.open')}
      onSubmit={save}
      mistakes={mistakes.map((mistake) => ({ fieldId: FIELD_OF[mistake], message: t(`mistake.${mistake}`) }))}
    >
      <ContentFields draft={draft} ids={FIELD_OF} mistakes={mistakes} onDraft={setDraft} />
      {error && <ProblemNote problem={error} kept={t('kept')} />}
      <FormActions>
        <Button type="submit" look="filled" busy={add.isPending || change.isPending}>
          {t(content ? 'change.save' : 'add.save')}
        </Button>
        {content && <ArchiveButton content={content} onClose={onClose} />}
        <Button look="bare" onClick={onClose}>
          {t('leave')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Puts away at once; the toast takes it back. */
function ArchiveButton({ content: { id, title, state }, onClose }: { content: ContentItem; onClose: () => void }) {
  const t = useMessages('content');
  const cache = useQueryClient();
  const words = useProblemWords();
  const isArchived = state === 'archived';
  const takeBack = async () => {
    try {
      await call(isArchived ? archiveContent : unarchiveContent, { params: { contentId: id } });
      showToast({ message: t('archive.taken_back') });
    } catch (problem) {
      showToast({ message: words(problem) });
    }
    await cache.invalidateQueries({ predicate: ({ queryKey: [path] }) => String(path).startsWith('/contents') });
  };
  const act = useAct(isArchived ? unarchiveContent : archiveContent, {
    stale: STALE,
    onDone: () => {
      showToast({ message: t(isArchived ? 'archive.back' : 'archive.done', { title }), undo: takeBack });
      onClose();
    },
  });
  return (
    <>
      <Button busy={act.isPending} onClick={() => act.mutate({ params: { contentId: id } })}>
        {t(isArchived ? 'archive.take_back' : 'archive.put')}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  );
}
