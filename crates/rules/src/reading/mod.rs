//! Reading Chinese legal text: amounts, publicity periods, article references. Each reader says what it read and
//! where, and never guesses.
