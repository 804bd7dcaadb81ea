// Style sheets and pictures are imported for their effect: the bundler puts them beside the program.
/** Its text, where the bundler is told so (the widget); elsewhere nothing. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.svg' {
  const address: string;
  export default address;
}
