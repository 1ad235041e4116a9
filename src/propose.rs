//! The criteria that a candidates' file lends itself to.
