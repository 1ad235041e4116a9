//! Would another fair choice of weights, or other answers, give another list?
