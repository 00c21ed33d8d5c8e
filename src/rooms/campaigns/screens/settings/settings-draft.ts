import type { z } from 'zod';
import type { roomSettings, roomSettingsBody } from '../../schema-writing.ts';

export type RoomSettings = z.infer<typeof roomSettings>;
type RoomSettingsBody = z.output<typeof roomSettingsBody>;

export interface SettingsDraft {
  fourEyesFrom: string;
  isOn: boolean;
  url: string;
  model: string;
  /** What is typed anew; empty: the key that is kept stays. */
  key: string;
  dropsKey: boolean;
  country: string;
  contractOn: string;
}

export const draftOfSettings = ({ fourEyesFrom, assistance }: RoomSettings): SettingsDraft => ({
  fourEyesFrom: String(fourEyesFrom),
  isOn: assistance.isOn,
  url: assistance.url ?? assistance.addresses[0] ?? '',
  model: assistance.model ?? '',
  key: '',
  dropsKey: false,
  country: assistance.country ?? '',
  contractOn: assistance.contractOn ?? '',
});

/** Whether words that are sent there stay on this machine; the server knows it for sure and asks for the rest otherwise. */
export function staysOnThisMachine(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

export type SettingsMistake = 'fourEyesFrom' | 'url' | 'model' | 'country' | 'contractOn';

export function settingsMistakes(draft: SettingsDraft): SettingsMistake[] {
  const leaves = draft.isOn && !staysOnThisMachine(draft.url);
  const rules: [SettingsMistake, boolean][] = [
    ['fourEyesFrom', /^\d{1,7}$/.test(draft.fourEyesFrom.trim()) && isBetween(Number(draft.fourEyesFrom))],
    ['url', !draft.isOn || draft.url !== ''],
    ['model', !draft.isOn || draft.model.trim() !== ''],
    ['country', !leaves || /^[A-Za-z]{2}$/.test(draft.country.trim())],
    ['contractOn', !leaves || /^\d{4}-\d{2}-\d{2}$/.test(draft.contractOn)],
  ];
  return rules.filter(([, isFine]) => !isFine).map(([mistake]) => mistake);
}

const isBetween = (readers: number) => readers >= 1 && readers <= 1_000_000;

export function settingsFrom(draft: SettingsDraft): RoomSettingsBody {
  const { key, dropsKey, url, model, country, contractOn } = draft;
  const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());
  return {
    fourEyesFrom: Number(draft.fourEyesFrom),
    assistance: {
      isOn: draft.isOn,
      url: orNull(url),
      model: orNull(model),
      country: orNull(country.toUpperCase()),
      contractOn: orNull(contractOn),
      ...(dropsKey ? { key: null } : key === '' ? {} : { key }),
    },
  };
}
