"""Named questions: a file each in ``queries/``, asked with parameters, answered with rows."""

from kg.query.answers import table, to_csv, to_json
from kg.query.asking import ask
from kg.query.files import Kind, Parameter, Question, question, questions
from kg.query.names import entity

__all__ = ["Kind", "Parameter", "Question", "ask", "entity", "question", "questions", "table", "to_csv", "to_json"]
