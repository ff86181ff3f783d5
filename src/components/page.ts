// The little that every page does by script without an island: light and dark, marks of progress, and the contents
// list, which is folded on small screens.
import { CHANGED, changeProgress, readProgress, readSetting, saveSetting } from '../islands/store.ts';

const themes = ['System', 'Light', 'Dark'];
const themeSwitch = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
if (themeSwitch) {
  const show = () => {
    const theme = readSetting('theme');
    const name = themes.find((each) => each.toLowerCase() === theme) ?? 'System';
    if (name === 'System') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name.toLowerCase();
    themeSwitch.querySelector('[data-theme-name]')!.textContent = name;
    return name;
  };
  show();
  themeSwitch.hidden = false;
  themeSwitch.addEventListener('click', () => {
    const next = themes[(themes.indexOf(show()) + 1) % themes.length];
    saveSetting('theme', next === 'System' ? null : next.toLowerCase());
    show();
  });
}

const contents = document.querySelector<HTMLDetailsElement>('[data-contents]');
if (contents && !matchMedia('(min-width: 76rem)').matches) contents.open = false;

const { lesson } = document.body.dataset;
if (lesson && !(lesson in readProgress().lessons)) {
  changeProgress((progress) => {
    progress.lessons[lesson] = new Date().toISOString().slice(0, 10);
  });
}

function markProgress(): void {
  const progress = readProgress();
  for (const place of document.querySelectorAll<HTMLElement>('[data-exercises]')) {
    const ids = place.dataset.exercises!.split(' ').filter((id) => id !== '');
    const solved = ids.filter((id) => progress.exercises[id]?.state === 'solved').length;
    const opened = place.dataset.opened === undefined || place.dataset.opened in progress.lessons;
    place.hidden = !opened;
    place.dataset.done = String(opened && solved === ids.length);
    place.textContent =
      ids.length === 0
        ? 'read'
        : solved === ids.length
          ? 'all exercises solved'
          : `${solved} of ${ids.length} exercises solved`;
  }
}
markProgress();
addEventListener(CHANGED, markProgress);
addEventListener('storage', markProgress);
