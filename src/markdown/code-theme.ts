// Shiki's colours for plain code blocks are the custom properties of styles/tokens.css, so a block that is only shown
// and an example that can be run look alike, in light and in dark, and the contrast is decided in one place.
import { createCssVariablesTheme } from 'shiki';

export const codeTheme = createCssVariablesTheme({
  name: 'paper',
  variablePrefix: '--code-',
  variableDefaults: {},
  fontStyle: true,
});
