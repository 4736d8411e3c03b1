// Fluent's light and dark tokens on the brand ramp, plus the portal's own roles, as CSS variables.
import { createLightTheme, createDarkTheme } from '@fluentui/tokens';
import { brandWeb } from './node_modules/@fluentui/tokens/lib/global/brandColors.js';

const toLinear = c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
const toGamma = c => c <= .0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - .055;

// OKLCH keeps the steps of the ramp equally light when its hue changes.
const toLch = hex => {
  const [r, g, b] = [1, 3, 5].map(i => toLinear(parseInt(hex.slice(i, i + 2), 16) / 255));
  const l = Math.cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b);
  const m = Math.cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b);
  const s = Math.cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
  const A = 1.9779984951 * l - 2.428592205 * m + .4505937099 * s;
  const B = .0259040371 * l + .7827717662 * m - .808675766 * s;
  return [.2104542553 * l + .793617785 * m - .0040720468 * s, Math.hypot(A, B)];
};

const toHex = (L, C, H) => {
  const rgb = chroma => {
    const a = chroma * Math.cos(H), b = chroma * Math.sin(H);
    const l = (L + .3963377774 * a + .2158037573 * b) ** 3;
    const m = (L - .1055613458 * a - .0638541728 * b) ** 3;
    const s = (L - .0894841775 * a - 1.291485548 * b) ** 3;
    return [
      4.0767416621 * l - 3.3077115913 * m + .2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - .3413193965 * s,
      -.0041960863 * l - .7034186147 * m + 1.707614701 * s];
  };
  while (rgb(C).some(v => v < -.0005 || v > 1.0005)) C -= .002; // Into the gamut of sRGB, hue kept.
  const channel = v => Math.round(255 * Math.min(1, Math.max(0, toGamma(Math.min(1, Math.max(0, v))))));
  return '#' + rgb(C).map(v => channel(v).toString(16).padStart(2, '0')).join('');
};

const hue = 266 * Math.PI / 180;
const brand = Object.fromEntries(Object.entries(brandWeb).map(([step, hex]) => {
  const [L, C] = toLch(hex), n = +step;
  return [step, toHex(L - (n >= 40 && n <= 100 ? .045 : 0), C * (n <= 100 ? 1.32 : 1), hue)];
}));

const type = {
  fontFamilyBase: "'Inter Variable','Segoe UI Variable','Segoe UI',system-ui,sans-serif",
  fontFamilyNumeric: 'var(--fontFamilyBase)',
  fontSizeBase100: '11px', lineHeightBase100: '16px', fontSizeBase300: '13px', lineHeightBase300: '20px',
};

const light = {
  canvas: 'var(--colorNeutralBackground2)', rail: 'var(--colorNeutralBackground3)', surface: 'var(--colorNeutralBackground1)',
  floating: 'var(--colorNeutralBackground1)', line: 'var(--colorNeutralStroke2)', hair: '#ededed', muted: '#5c5c5c',
  chart1: brand[60], chart2: '#7290ea',
  b0: '#107c10', b1: '#bd8700', b2: '#d96a00', b3: '#c4401c', b4: '#a4202a', b5: '#5c0a14',
  tint: brand[160], good: '#0e700e', warn: '#8a3707', bad: '#b10e1c', info: brand[70],
  goodBg: '#f1faf1', warnBg: '#fff5ec', badBg: '#fdf3f4', infoBg: brand[160],
  goodLn: '#9fd89f', warnLn: '#f4bf9a', badLn: '#eeacb2', infoLn: brand[140],
};
const dark = {
  canvas: '#141414', rail: '#0f0f10', surface: '#1d1d1f', floating: '#29292b', line: '#38383b', hair: '#2a2a2d', muted: '#adadad',
  chart1: brand[140], chart2: '#5f7fe0',
  b0: '#54b054', b1: '#e3c23a', b2: '#f2943a', b3: '#ec7a4a', b4: '#f1707b', b5: '#ff9aa2',
  tint: '#23253c', good: '#7cc67c', warn: '#f7a96b', bad: '#f1848d', info: brand[120],
  goodBg: '#14261a', warnBg: '#2e1f12', badBg: '#331a1d', infoBg: '#22243d',
  goodLn: '#2c5a2c', warnLn: '#6b4220', badLn: '#74313a', infoLn: brand[60],
};

const rule = (selector, ...sets) =>
  `${selector}{${Object.entries(Object.assign({}, ...sets)).map(([k, v]) => `--${k}:${v}`).join(';')}}\n`;

/** The text of tokens.css: light on the root, dark where data-theme says so. */
export const tokens = () => {
  const darkTheme = createDarkTheme(brand);
  darkTheme.colorBrandForeground1 = brand[110]; // Fluent's own steps are too dark on our surfaces.
  darkTheme.colorBrandForeground2 = brand[120];
  darkTheme.colorBrandForegroundLink = brand[110];
  return rule(':root,[data-theme=light]', createLightTheme(brand), type, light)
    + rule('[data-theme=dark]', darkTheme, type, dark);
};
