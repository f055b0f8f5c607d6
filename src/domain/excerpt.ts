/** The beginning of a text that an error message is to show: 60 characters at most. */
export function excerptOf(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
}
