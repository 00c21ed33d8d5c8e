import { beforeEach, describe, expect, it } from 'vitest';
import { clearToasts, showToast, shownToasts, undoNewest } from './toasts.ts';

describe('toasts with undo', () => {
  beforeEach(() => clearToasts());

  it('takes back the newest act and shows the earlier one again', async () => {
    const takenBack: string[] = [];
    showToast({ message: 'Notiz gelöscht', undo: () => void takenBack.push('note') });
    showToast({ message: 'Übergeben', undo: () => void takenBack.push('owner') });

    const done = await undoNewest();

    expect(done).toBe(true);
    expect(takenBack).toEqual(['owner']);
    expect(shownToasts().map((toast) => toast.message)).toEqual(['Notiz gelöscht']);
  });

  it('takes nothing back when the newest act cannot be undone', async () => {
    showToast({ message: 'Gesendet' });

    expect(await undoNewest()).toBe(false);
    expect(shownToasts()).toHaveLength(1);
  });
});
