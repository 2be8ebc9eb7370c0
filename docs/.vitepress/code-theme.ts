import type { ThemeRegistration } from 'shiki';

/**
 * Code as a book prints it: ink, and three quiet tones. No blue and no orange, which mean client
 * and server everywhere on this site. Each tone has a contrast of at least 4.5 on its ground.
 */
function codeTheme(
  type: 'light' | 'dark',
  ink: string,
  comment: string,
  text: string,
  value: string,
): ThemeRegistration {
  const rule = (scope: string[], foreground: string, fontStyle?: string) => ({
    scope,
    settings: { foreground, ...(fontStyle !== undefined && { fontStyle }) },
  });
  return {
    name: `course-${type}`,
    type,
    fg: ink,
    bg: 'transparent',
    settings: [
      { settings: { foreground: ink } },
      rule(['comment', 'punctuation.definition.comment'], comment, 'italic'),
      rule(['string', 'punctuation.definition.string', 'constant.other.symbol'], text),
      rule(['constant.numeric', 'constant.language', 'constant.character'], value),
      rule(['keyword', 'storage', 'storage.type', 'variable.language'], ink, 'bold'),
      rule(['keyword.operator', 'punctuation', 'storage.type.function.arrow'], ink, ''),
      rule(['keyword.operator.new', 'keyword.operator.expression'], ink, 'bold'),
      rule(['comment storage.type', 'comment punctuation', 'comment variable'], comment, 'italic'),
    ],
  };
}

export const CODE_THEMES = {
  light: codeTheme('light', '#2b2722', '#6b6459', '#4a6218', '#85305f'),
  dark: codeTheme('dark', '#dfe3e6', '#97a1aa', '#b3ca86', '#e3a6c8'),
};
