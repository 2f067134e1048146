// When it suits the citizen: only moments that the server can promise.
import type { ContactMoments } from '#protocol';
import type { TimeWriter } from '../write-time.ts';
import type { WaysTexts } from './i18n/nl.ts';
import { writeDeadline } from './write-deadline.ts';

interface MomentFieldProps {
  words: WaysTexts;
  writer: TimeWriter;
  now: number;
  /** Null: the server did not say yet. */
  moments: ContactMoments | null;
  wrong: string | null;
}

export function MomentField({ words, writer, now, moments, wrong }: MomentFieldProps) {
  const write = (at: number) => writeDeadline(at, now, writer);
  return (
    <div class="vp-field">
      <label for="vp-moment">{words.moment}</label>
      <select
        id="vp-moment"
        name="moment"
        class="vp-box"
        aria-describedby="vp-moment-wrong"
        aria-invalid={wrong !== null}
      >
        <option value="">
          {moments === null ? words.anyTime : words.soonest(...write(moments.promisedBy))}
        </option>
        {moments?.days.map(({ date, parts }) =>
          parts.map(({ part, promisedBy }) => (
            <option key={`${date} ${part}`} value={`${date} ${part}`}>
              {words[part](...write(promisedBy))}
            </option>
          )),
        )}
      </select>
      <p id="vp-moment-wrong" class="vp-small vp-wrong">
        {wrong}
      </p>
    </div>
  );
}
