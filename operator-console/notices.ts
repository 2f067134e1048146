// Calls the operator: a short sound, a notice on the desktop without personal data. Both can be off; neither may ever throw.
import { loadTaste } from './desk-memory.ts';

let audio: AudioContext | null = null;

/** Browsers let a page make sound only after the person did something in it. */
export function allowSoundAfterFirstAct(): void {
  const unlock = (): void => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  for (const act of ['pointerdown', 'keydown']) document.addEventListener(act, unlock, { once: true });
}

/** Two soft rising notes, 0.3 s: heard next to a conversation, not startling in one. */
export function playCall(): void {
  if (audio === null || audio.state !== 'running' || !loadTaste('sound')) return;
  const start = audio.currentTime;
  playNote(audio, 587, start);
  playNote(audio, 880, start + 0.14);
}

function playNote(context: AudioContext, hertz: number, at: number): void {
  const note = new OscillatorNode(context, { type: 'sine', frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.16);
  note.connect(volume).connect(context.destination);
  note.start(at);
  note.stop(at + 0.17);
}

export type NoticePermission = 'unsupported' | 'default' | 'granted' | 'denied';

export function noticePermission(): NoticePermission {
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

export async function askNoticePermission(): Promise<NoticePermission> {
  return 'Notification' in window ? Notification.requestPermission() : 'unsupported';
}

/** Only when nobody looks at the window; a second notice about the same conversation replaces the first. */
export function showNotice(notice: { title: string; body: string; tag: string; open(): void }): void {
  if (noticePermission() !== 'granted' || document.hasFocus()) return;
  try {
    const shown = new Notification(notice.title, { body: notice.body, tag: notice.tag, lang: 'nl' });
    shown.addEventListener('click', () => {
      window.focus();
      notice.open();
      shown.close();
    });
  } catch {
    // Chrome on Android has the name but wants a service worker: the sound and the title still call.
  }
}
