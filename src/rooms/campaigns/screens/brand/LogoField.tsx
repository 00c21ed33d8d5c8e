import { useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { pictureAddress, useTakePicture } from '../editor/use-pictures.ts';
import partStyles from '../shared/parts.module.css';
import styles from './brand.module.css';

interface LogoFieldProps {
  pictureId: string | null;
  companyName: string;
  onPicture: (pictureId: string | null) => void;
}

/** The mark of the company; without one its name stands there. */
export function LogoField({ pictureId, companyName, onPicture }: LogoFieldProps) {
  const t = useMessages('campaigns');
  const file = useRef<HTMLInputElement>(null);
  const { share, problem, take } = useTakePicture(onPicture);
  return (
    <div>
      <p className={partStyles.legend}>{t('brandPage.logo')}</p>
      <div className={styles.logo}>
        {pictureId && <img src={pictureAddress(pictureId)} alt={companyName} />}
        <input
          ref={file}
          type="file"
          tabIndex={-1}
          className={styles.file}
          aria-label={t('brandPage.logo')}
          accept="image/png,image/jpeg,image/gif"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) take(chosen);
            event.target.value = '';
          }}
        />
        <Button busy={share !== undefined} onClick={() => file.current?.click()}>
          {t(pictureId ? 'brandPage.logo_other' : 'brandPage.logo_add')}
        </Button>
        {pictureId && (
          <Button look="bare" onClick={() => onPicture(null)}>
            {t('brandPage.logo_remove')}
          </Button>
        )}
      </div>
      <p className={partStyles.quiet}>{t('brandPage.logo_help')}</p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}
