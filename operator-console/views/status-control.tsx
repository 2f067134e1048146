// The operator's own status: three real radio buttons.
import { OPERATOR_STATUSES } from '#protocol';
import { useDesk, useTools } from '../desk-context.ts';
import { nl } from '../i18n/nl.ts';

export function StatusControl() {
  const { link } = useTools();
  const { status, wantedStatus } = useDesk((state) => [state.status, state.wantedStatus]);
  const shown = wantedStatus ?? status;
  return (
    <div class="status" role="radiogroup" aria-label={nl.status.label}>
      {OPERATOR_STATUSES.map((one) => (
        <label key={one} class={`status-option status-${one}`}>
          <input
            type="radio"
            name="status"
            value={one}
            checked={shown === one}
            onChange={() => link.act({ type: 'status', status: one })}
          />
          <span>{nl.status[one]}</span>
        </label>
      ))}
    </div>
  );
}
