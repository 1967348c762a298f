/** The list behind the student's count and Home; the same input everywhere shares one cached answer. */
export const ownTicketsInput = { limit: 50 };
