"""Owns one kind of file each that a paper is given as: PDF, slides, workbook, Word, and numbers for other tools."""
