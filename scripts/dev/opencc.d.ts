// opencc-js ships its dictionaries without types: pairs `traditional simplified`, joined by `|`.
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
