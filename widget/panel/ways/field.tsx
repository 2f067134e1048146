// One question of a form: label, box, and what is wrong with the answer.
interface FieldProps {
  name: string;
  label: string;
  most: number;
  /** What the browser may offer to fill in. */
  autocomplete?: string;
  /** Which keys a phone shows; `lines`: room for more than one. */
  keys?: 'text' | 'tel' | 'email' | 'lines';
  wrong?: string | null;
}

export function Field({ name, label, most, autocomplete = 'off', keys = 'text', wrong = null }: FieldProps) {
  const ids = { id: `vp-${name}`, 'aria-describedby': `vp-${name}-wrong`, 'aria-invalid': wrong !== null };
  const box = { ...ids, name, maxLength: most, class: 'vp-box', dir: 'auto' } as const;
  return (
    <div class="vp-field">
      <label for={ids.id}>{label}</label>
      {keys === 'lines' ? (
        <textarea {...box} rows={4} />
      ) : (
        <input {...box} inputMode={keys} autocomplete={autocomplete} />
      )}
      <p id={`vp-${name}-wrong`} class="vp-small vp-wrong">
        {wrong}
      </p>
    </div>
  );
}
