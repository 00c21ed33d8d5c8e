import { describe, expect, it } from 'vitest';
import { isThisMachine, modelAddressOf } from '#ground/language-models/address.ts';
import { roomSettingsBody } from '../../schema-writing.ts';
import {
  draftOfSettings,
  type RoomSettings,
  settingsFrom,
  settingsMistakes,
  staysOnThisMachine,
} from './settings-draft.ts';

const settings: RoomSettings = {
  fourEyesFrom: 200,
  assistance: {
    isOn: false,
    url: null,
    model: null,
    hasKey: true,
    addresses: ['http://localhost:11434/v1', 'https://models.example/v1'],
    staysHere: false,
    country: null,
    contractOn: null,
  },
};
const draft = draftOfSettings(settings);

describe('the settings of campaigns', () => {
  it('are what the server accepts, and a key that is not typed stays', () => {
    const body = settingsFrom(draft);

    expect(roomSettingsBody.safeParse(body).success).toBe(true);
    expect('key' in body.assistance).toBe(false);
    expect(settingsFrom({ ...draft, key: 'sk-1' }).assistance.key).toBe('sk-1');
    expect(settingsFrom({ ...draft, dropsKey: true, key: 'sk-1' }).assistance.key).toBeNull();
  });

  it('need a model only when it is switched on', () => {
    expect(settingsMistakes(draft)).toEqual([]);
    expect(settingsMistakes({ ...draft, isOn: true })).toEqual(['model']);
  });

  it('need country and contract when the words leave this machine', () => {
    const away = { ...draft, isOn: true, model: 'small', url: 'https://models.example/v1' };

    expect(settingsMistakes(away)).toEqual(['country', 'contractOn']);
    expect(settingsMistakes({ ...away, country: 'ch', contractOn: '2026-11-01' })).toEqual([]);
    expect(settingsFrom({ ...away, country: 'ch' }).assistance.country).toBe('CH');
  });

  it('know what stays on this machine as the server does', () => {
    for (const url of [
      'http://localhost:11434/v1',
      'http://127.0.0.1:8080',
      'http://[::1]:8080/v1',
      'https://a.example',
    ])
      expect(staysOnThisMachine(url)).toBe(isThisMachine(modelAddressOf(url)));
  });
});
