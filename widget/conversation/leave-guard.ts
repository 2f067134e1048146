// Asks before the page goes, only while a message of the citizen waits for a network that is not there: asking keeps pages out of the back/forward cache.

export function createLeaveGuard(): (asks: boolean) => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  let isOn = false;
  return (asks) => {
    if (asks === isOn) return;
    isOn = asks;
    if (asks) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };
}
