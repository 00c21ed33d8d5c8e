import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Switch } from '#ground/ui/Checkbox.tsx';
import { FormSection } from '#ground/ui/Form.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { type BrandDesign, FONTS } from '../../schema-letter.ts';
import { LETTER_LANGUAGES } from '../../types.ts';
import partStyles from '../shared/parts.module.css';
import { type BrandDraft, type BrandMistake, checkColours } from './brand-draft.ts';
import styles from './brand.module.css';
import { ColourField } from './ColourField.tsx';
import { LogoField } from './LogoField.tsx';

interface BrandFieldsProps {
  draft: BrandDraft;
  ids: Record<BrandMistake, string>;
  errorOf: (mistake: BrandMistake) => string | undefined;
  onDraft: (change: Partial<BrandDraft>) => void;
  onDesign: (change: Partial<BrandDesign>) => void;
}

export function BrandFields({ draft, ids, errorOf, onDraft, onDesign }: BrandFieldsProps) {
  const t = useMessages('campaigns');
  const { design } = draft;
  return (
    <>
      <TextField
        id={ids.name}
        label={t('brandPage.name')}
        help={t('brandPage.name_help')}
        error={errorOf('name')}
        maxLength={80}
        value={draft.name}
        onChange={(event) => onDraft({ name: event.target.value })}
      />
      <TextField
        id={ids.companyName}
        label={t('brandPage.company')}
        help={t('brandPage.company_help')}
        error={errorOf('companyName')}
        maxLength={80}
        value={design.companyName}
        onChange={(event) => onDesign({ companyName: event.target.value })}
      />
      <LogoField
        pictureId={design.logoPictureId}
        companyName={design.companyName}
        onPicture={(logoPictureId) => onDesign({ logoPictureId })}
      />
      <FormSection title={t('brandPage.colours')}>
        <Colours design={design} inkId={ids.contrast} inkError={errorOf('contrast')} onDesign={onDesign} />
      </FormSection>
      <FormSection title={t('brandPage.fonts')}>
        <Fonts design={design} onDesign={onDesign} />
      </FormSection>
      <FormSection title={t('brandPage.foot')}>
        <p className={partStyles.quiet}>{t('brandPage.foot_help')}</p>
        <FootLines design={design} onDesign={onDesign} />
      </FormSection>
      <Switch
        checked={draft.isDefault}
        help={t('brandPage.default_help')}
        onMark={(isDefault) => onDraft({ isDefault })}
      >
        {t('brandPage.default')}
      </Switch>
    </>
  );
}

type DesignProps = Pick<BrandFieldsProps, 'onDesign'> & { design: BrandDesign };

function Colours({ design, inkId, inkError, onDesign }: DesignProps & { inkId: string; inkError: string | undefined }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { words, isReadable, linkInstead } = checkColours(design);
  return (
    <>
      <div className={styles.colours}>
        <ColourField label={t('brandPage.accent')} value={design.accent} onColour={(accent) => onDesign({ accent })} />
        <ColourField label={t('brandPage.paper')} value={design.paper} onColour={(paper) => onDesign({ paper })} />
        <ColourField
          id={inkId}
          label={t('brandPage.ink')}
          value={design.ink}
          error={inkError}
          onColour={(ink) => onDesign({ ink })}
        />
      </div>
      <output className={styles.check}>
        {t(isReadable ? 'brandPage.readable' : 'brandPage.unreadable', { words: formats.number(words) })}{' '}
        {linkInstead && t('brandPage.link_instead', { colour: linkInstead })}
      </output>
    </>
  );
}

function Fonts({ design, onDesign }: DesignProps) {
  const t = useMessages('campaigns');
  const options = FONTS.map((value) => ({ value, label: t(`brandPage.font.${value}`) }));
  const fontOf = (value: string) => FONTS.find((font) => font === value) ?? 'sans';
  return (
    <div className={partStyles.pair}>
      <SelectField
        label={t('brandPage.headings')}
        value={design.headings}
        options={options}
        onChoose={(value) => onDesign({ headings: fontOf(value) })}
      />
      <SelectField
        label={t('brandPage.body')}
        value={design.body}
        options={options}
        onChoose={(value) => onDesign({ body: fontOf(value) })}
      />
    </div>
  );
}

function FootLines({ design, onDesign }: DesignProps) {
  const t = useMessages('campaigns');
  return LETTER_LANGUAGES.map((language) => (
    <TextArea
      key={language}
      label={t(`brandPage.foot_in.${language}`)}
      optional
      rows={2}
      maxLength={400}
      lang={language}
      value={design.foot[language] ?? ''}
      onChange={(event) => onDesign({ foot: { ...design.foot, [language]: event.target.value } })}
    />
  ));
}
