// The names of days and months in the C locale, the only one there is here: for time and _locale.
//
// Answers to what CPython has from the C library (strftime, nl_langinfo).

/** Monday first, as struct_time counts. */
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
