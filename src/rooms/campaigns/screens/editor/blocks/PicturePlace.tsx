import { type ClipboardEvent, type DragEvent, useRef } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useEditing } from '../editing.ts';
import styles from '../editor.module.css';
import { pictureAddress, pictureIn, useTakePicture } from '../use-pictures.ts';

interface PicturePlaceProps {
  pictureId: string | null;
  alt: string;
  size: 'wide' | 'small';
  onChange: (pictureId: string | null) => void;
}

/** A picture, or the place for one: chosen, dropped or pasted. */
export function PicturePlace({ pictureId, alt, size, onChange }: PicturePlaceProps) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { mayWrite } = useEditing();
  const input = useRef<HTMLInputElement>(null);
  const { share, problem, take } = useTakePicture(onChange);
  const takeFrom = (event: ClipboardEvent | DragEvent, files: FileList) => {
    const file = pictureIn(files);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    take(file);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button inside does the same
    <div
      className={styles.picture}
      data-size={size}
      onPaste={(event) => mayWrite && takeFrom(event, event.clipboardData.files)}
      onDragOver={(event) => mayWrite && event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => mayWrite && takeFrom(event, event.dataTransfer.files)}
    >
      {pictureId && <img src={pictureAddress(pictureId)} alt={alt} />}
      {mayWrite && (
        <div className={styles.pictureActs} data-empty={pictureId === null}>
          <Button busy={share !== undefined} onClick={() => input.current?.click()}>
            {share === undefined
              ? t(pictureId ? 'editor.picture.replace' : 'editor.picture.choose')
              : t('editor.picture.sent', { share: formats.percent(share) })}
          </Button>
          {pictureId === null && <span className={styles.quiet}>{t('editor.picture.hint')}</span>}
          {pictureId !== null && (
            <Button look="bare" onClick={() => onChange(null)}>
              {t('editor.picture.remove')}
            </Button>
          )}
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('editor.picture.choose')}
            accept="image/png,image/jpeg,image/gif"
            onChange={({ target }) => {
              const file = pictureIn(target.files ?? []);
              target.value = '';
              if (file) take(file);
            }}
          />
        </div>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}
