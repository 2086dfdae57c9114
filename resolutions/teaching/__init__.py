"""What teachers take away: exercises for the hand-out, packs for Moodle, SCORM players and Anki."""
